declare module 'adapter-of-the-readme' {
  const Adapted: (props: { interviewId: string }) => import('react').ReactElement;
  export default Adapted;
}
